import { fileURLToPath } from 'node:url';

/**
 * For `NODE_COMPILE_CACHE` of a process that a spec starts: what one start compiled, the next need not. The launcher of
 * the standalone keeps it there, too. Node writes it at an orderly end only.
 */
export const compileCache = fileURLToPath(new URL('../../../node_modules/.cache/demarche', import.meta.url));
