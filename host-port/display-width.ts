/** How many digits wide a cell is shown: Chinese characters and blocks of a bar take the room of two. */
export function displayWidth(cell: string | number | undefined): number {
  return [...String(cell ?? '')].reduce((total, character) => total + (character > '\u2e7f' || (character >= '\u2580' && character <= '\u259f') ? 2 : 1), 0);
}
