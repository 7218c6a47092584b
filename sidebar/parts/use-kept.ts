import { useState } from 'preact/hooks';
import { usePane } from '../pane';

/** Like a state, but what a person has typed outlives a look at another page or language; given up by setting it undefined. */
export function useKept<Value>(key: string, initial: Value): readonly [value: Value, set: (value: Value | undefined) => void, isKept: boolean] {
  const { kept } = usePane();
  const [, redraw] = useState(0);
  const set = (value: Value | undefined): void => {
    if (value === undefined) kept.delete(key);
    else kept.set(key, value);
    redraw((count) => count + 1);
  };
  return [kept.has(key) ? (kept.get(key) as Value) : initial, set, kept.has(key)];
}
