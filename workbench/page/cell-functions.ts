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

/** What the spreadsheet's own function list and tips say of them. */
export function functionDescriptions(language: Language): IFunctionInfo[] {
  return catalogue.map((entry) => ({
    functionName: entry.name,
    functionType: FunctionType.User,
    description: entry.purpose[language],
    abstract: entry.purpose[language],
    functionParameter: entry.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.help[language],
      example: '',
      require: parameter.optional === true ? 0 : 1,
      repeat: parameter.repeated === true ? 1 : 0,
    })),
  }));
}
