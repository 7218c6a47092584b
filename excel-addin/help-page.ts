/// <reference lib="dom" />
import { showHelp } from '../host-port/help';

showHelp(document, navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
