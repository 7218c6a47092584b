import { useEffect, useState } from 'preact/hooks';
import type { Answered, Asked, Question } from '../desk/answers';
import { usePane } from '../pane';

/** The answer to a question, asked again whenever the workbook or the question changes; undefined until it is there. */
export function useAnswer<Q extends Question>(question: Q, params: Asked<Q>): Answered<Q> | undefined {
  const { ask, reading, language } = usePane();
  const [answered, setAnswered] = useState<Answered<Q> | undefined>(undefined);
  const key = JSON.stringify(params);
  useEffect(() => {
    let isCurrent = true;
    void ask(question, params).then(
      (value) => (isCurrent ? setAnswered(() => value) : undefined),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [question, key, reading, language]);
  return answered;
}
