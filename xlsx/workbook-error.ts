/** Why a file cannot be used, in words for the person who gave it. */
export class WorkbookError extends Error {}

/** A workbook in a format that another program can turn into .xlsx. */
export class OtherFormatError extends WorkbookError {}
