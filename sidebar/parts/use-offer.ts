import { useState } from 'preact/hooks';
import type { Change } from '../../host-port/change';
import type { Answer, Problem } from '../desk/desk';
import type { Asking } from '../pane';
import { usePane } from '../pane';

/** Shows what would be written before it is; what stands in the way is kept to be shown beside the button. */
export function useOffer(): { readonly offer: (made: Answer<readonly Change[]>, more?: Asking) => void; readonly refused: readonly Problem[] } {
  const { review } = usePane();
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  return {
    refused,
    offer: (made, more) => {
      setRefused(made.ok ? [] : made.problems);
      if (made.ok) review(made.value, more);
    },
  };
}
