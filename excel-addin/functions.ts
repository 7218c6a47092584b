import type { CustomFunctionsHost } from './function-runtime';
import { associateFunctions } from './function-runtime';

declare const CustomFunctions: CustomFunctionsHost;

associateFunctions(CustomFunctions);
