import { matchKey } from './cell';

/** The known word nearest to a mistyped one (edit distance at most a third of its length), if there is one. */
export function nearestOf(text: string, words: readonly string[]): string | undefined {
  const wanted = matchKey(text);
  if (wanted.length === 0) return undefined;
  let best: { word: string; distance: number } | undefined;
  for (const word of words) {
    const key = matchKey(word);
    if (key === '') continue;
    const most = Math.max(1, Math.floor(Math.max(wanted.length, key.length) / 3));
    // Every letter that one has more is a step.
    if (Math.abs(wanted.length - key.length) > most) continue;
    const distance = editDistance(wanted, key);
    if (distance <= most && distance < key.length && (!best || distance < best.distance)) {
      best = { word, distance };
    }
  }
  return best?.word;
}

/** Insertions, deletions, changes, and two neighbours exchanged, each one step (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchange = swapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      current.push(Math.min(change, exchange, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
