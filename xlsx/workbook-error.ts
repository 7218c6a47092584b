/** Why a file cannot be used, in words for the person who gave it. */
export class WorkbookError extends Error {}
