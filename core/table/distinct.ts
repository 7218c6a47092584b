import type { Issue } from './issue';

/** Each issue once: the same problem at the same place with the same words. */
export function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((found) => {
    const key = JSON.stringify([found.code, found.at?.table, found.at?.row, found.at?.column, found.at?.header, found.params]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
