/** A variable that docker-compose.yml sets. Throws when it does not. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}
