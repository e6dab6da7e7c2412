export { tearDown as default } from './run-lifecycle.ts';
