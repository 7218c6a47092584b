import type { BaseValueObject, FunctionVariantType, IFunctionInfo } from '@univerjs/preset-sheets-core';
import { ArrayValueObject, BaseFunction, ErrorType, ErrorValueObject, FunctionType, ValueObjectFactory } from '@univerjs/preset-sheets-core';
import { callLanguage, evaluateEntry } from '../../core/catalogue/evaluate';
import { catalogue } from '../../core/catalogue/catalogue';
import type { Argument, FunctionEntry, Value } from '../../core/catalogue/function-entry';
import type { Language } from '../../core/locale/message';
import type { Cell } from '../../core/table/cell';

const MOST_PARAMETERS = 128;

/** The functions of the catalogue as the spreadsheet wants them: a class and a name each. */
export function functionClasses(): [typeof BaseFunction, string][] {
  return catalogue.map((entry) => [functionClass(entry), entry.name]);
}

function functionClass(entry: FunctionEntry): typeof BaseFunction {
  return class extends BaseFunction {
    override minParams = 0;
    override maxParams = MOST_PARAMETERS;
    override calculate(...given: FunctionVariantType[]): FunctionVariantType {
      const args = given.map((value) => argumentOf(value as BaseValueObject));
      const result = evaluateEntry(entry, args, callLanguage(args));
      if (!result.ok) return ErrorValueObject.create(result.error.error === '#N/A' ? ErrorType.NA : ErrorType.VALUE, result.error.message);
      return resultOf(result.value);
    }
  } as unknown as typeof BaseFunction;
}

function argumentOf(value: BaseValueObject): Argument {
  if (value.isArray()) return (value as unknown as ArrayValueObject).toValue() as Argument;
  if (value.isNull()) return null;
  if (value.isError()) return (value as unknown as ErrorValueObject).getErrorType();
  return value.getValue() as Cell;
}

function resultOf(value: Value): FunctionVariantType {
  if (typeof value !== 'object') return ValueObjectFactory.create(value, true);
  const rows = value.map((row) => row.map((cell) => ValueObjectFactory.create(cell, true)));
  return ArrayValueObject.create({ calculateValueList: rows, rowCount: rows.length, columnCount: rows[0]?.length ?? 0, unitId: '', sheetId: '', row: -1, column: -1 });
}

/** What the spreadsheet's own function list and tips say of them, by the keys of its locale: they follow the language. */
export function functionDescriptions(): IFunctionInfo[] {
  return catalogue.map(({ name, parameters }) => ({
    functionName: name,
    functionType: FunctionType.User,
    description: `meritsheet.${name}.purpose`,
    abstract: `meritsheet.${name}.purpose`,
    functionParameter: parameters.map((parameter, index) => ({
      name: parameter.name,
      detail: `meritsheet.${name}.p${index}`,
      example: '',
      require: parameter.optional === true ? 0 : 1,
      repeat: parameter.repeated === true ? 1 : 0,
    })),
  }));
}

/** The texts under those keys. */
export function functionTexts(language: Language): { readonly meritsheet: Readonly<Record<string, Readonly<Record<string, string>>>> } {
  const texts = catalogue.map(({ name, purpose, parameters }) => [name, { purpose: purpose[language], ...Object.fromEntries(parameters.map(({ help }, index) => [`p${index}`, help[language]])) }] as const);
  return { meritsheet: Object.fromEntries(texts) };
}
