import { catalogue } from '../core/catalogue/catalogue';
import type { FunctionEntry, Parameter } from '../core/catalogue/function-entry';
import type { Language } from '../core/locale/message';

/** One parameter of `functions.json`, as Excel's custom-functions metadata wants it. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: 'any';
  readonly dimensionality: 'scalar' | 'matrix';
  readonly optional?: true;
  readonly repeating?: true;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: 'any'; readonly dimensionality: 'matrix' };
}

export interface FunctionsJson {
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

/**
 * The metadata of every function of the catalogue. All cells are of type any, so that text such as `13%`, blanks and
 * error cells reach the function; every result is a matrix, a single value being one cell.
 */
export function functionsJson(language: Language): FunctionsJson {
  return { allowErrorForDataTypeAny: true, functions: catalogue.map((entry) => functionMetadata(entry, language)) };
}

function functionMetadata({ name, purpose, parameters }: FunctionEntry, language: Language): FunctionMetadata {
  return {
    id: name,
    name,
    description: purpose[language],
    parameters: parameters.map((parameter) => parameterMetadata(parameter, language)),
    result: { type: 'any', dimensionality: 'matrix' },
  };
}

function parameterMetadata({ name, help, kind, shaped, optional, repeated }: Parameter, language: Language): ParameterMetadata {
  const takesRange = kind === 'range' || shaped === true || kind === 'period';
  return {
    name,
    description: help[language],
    type: 'any',
    dimensionality: takesRange ? 'matrix' : 'scalar',
    ...(optional === true && !repeated && { optional: true as const }),
    ...(repeated === true && { repeating: true as const }),
  };
}
