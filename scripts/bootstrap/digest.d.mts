/** Digest over files and whole folders of the project, named relative to it. */
export function digestOf(...paths: string[]): string;
