/** Shows what is going on, on the error stream of a terminal, once a piece of work has lasted 300 ms. */
export interface Progress {
  readonly say: (what: string) => void;
  readonly done: () => void;
}

export function startProgress(stream: NodeJS.WriteStream): Progress {
  const began = Date.now();
  let shown = false;
  return {
    say: (what) => {
      if (!stream.isTTY || Date.now() - began < 300) return;
      stream.write(`\r\u001b[2K${what} …`);
      shown = true;
    },
    done: () => {
      if (shown) stream.write('\r\u001b[2K');
    },
  };
}
