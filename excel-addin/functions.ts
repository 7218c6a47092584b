import { TABLE_FUNCTIONS, cellFunctions } from './cell-functions';
import type { CustomFunctionsHost } from './function-runtime';
import { associateFunctions } from './function-runtime';

declare const CustomFunctions: CustomFunctionsHost;

associateFunctions(CustomFunctions, {
  here: cellFunctions,
  later: TABLE_FUNCTIONS,
  load: () => import(/* webpackChunkName: "engine" */ '../core/catalogue/catalogue').then(({ catalogue }) => catalogue),
});
