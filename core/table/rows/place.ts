import type { Origin, Piece, RangeSource } from '../cell';

/** Where a row of a range stands: the range it belongs to, and its number in that, counted from 1. */
export function placer({ origin, pieces }: RangeSource): (row: number) => { readonly origin: Origin | undefined; readonly number: number } {
  return (row) => {
    const piece = pieces && pieceOf(pieces, row);
    return piece ? { origin: piece.origin, number: row - piece.first + 1 } : { origin, number: row + 1 };
  };
}

function pieceOf(pieces: readonly Piece[], row: number): Piece | undefined {
  let found: Piece | undefined;
  for (const piece of pieces) if (piece.first <= row) found = piece;
  return found;
}
