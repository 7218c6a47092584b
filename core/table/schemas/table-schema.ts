/** A column: its header in both languages, other headers it goes by, and what its cells hold. */
export interface Field {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  readonly also?: readonly string[];
  readonly type: FieldType;
}

export type FieldType = 'text' | 'number' | 'date' | 'period' | 'any';

/** A table: its name, the range name it has in a workbook, its columns, and the columns it is known by. */
export interface TableSchema {
  readonly en: string;
  readonly zh: string;
  readonly range: string;
  readonly fields: readonly Field[];
  /** Each list is one way to know the table: all of its columns must be there. */
  readonly knownBy: readonly (readonly string[])[];
}

export function text(key: string, en: string, zh: string, ...also: readonly string[]): Field {
  return { key, en, zh, also, type: 'text' };
}

export function number(key: string, en: string, zh: string, ...also: readonly string[]): Field {
  return { key, en, zh, also, type: 'number' };
}

export function date(key: string, en: string, zh: string, ...also: readonly string[]): Field {
  return { key, en, zh, also, type: 'date' };
}

export function period(key: string, en: string, zh: string, ...also: readonly string[]): Field {
  return { key, en, zh, also, type: 'period' };
}

export function anyCell(key: string, en: string, zh: string, ...also: readonly string[]): Field {
  return { key, en, zh, also, type: 'any' };
}
