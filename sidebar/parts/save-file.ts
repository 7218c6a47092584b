/** A file made in the sidebar. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Milliseconds until the browser may forget the file: by then it is saved. */
const KEPT_FOR = 10000;

/** Hands a file over as a download: it never leaves the machine. */
export function saveFile({ name, bytes }: MadeFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}
