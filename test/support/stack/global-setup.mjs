// Plain JavaScript: Jest would turn a .ts file into CommonJS here, which cannot load the ESM-only packages of the stack.
export { setUp as default } from './run-lifecycle.ts';
