import { readFile, writeFile } from 'node:fs/promises';
import { stackAddresses } from '../stack/addresses.ts';

export interface Person {
  readonly sub: string;
  readonly password: string;
  readonly idType: string;
  readonly idNumber: string;
}

let counter = 0;

/** A made-up person at the development provider. Its file is read at each question, so nobody has to be told. */
export async function newPerson(claims: Readonly<Record<string, string>> = {}): Promise<Person> {
  counter += 1;
  const { accountsFile } = stackAddresses().identity;
  const person = {
    sub: `person-${process.pid}-${counter}`,
    password: 'sample',
    name: '示例同学',
    idType: 'PASSPORT',
    idNumber: `E${process.pid}${1000 + counter}`,
    ...claims,
  };
  const others = JSON.parse(await readFile(accountsFile, 'utf8')) as unknown[];
  await writeFile(accountsFile, JSON.stringify([...others, person]));
  return person;
}
