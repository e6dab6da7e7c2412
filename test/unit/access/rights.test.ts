import { can, isRight, rights, type Right, type RightHolder } from '../../../domain/access/rights.ts';
import { Role } from '../../../domain/access/role.ts';
import { openRoute, route } from '../../../api/http/route.ts';
import { json } from '../../../api/http/answer.ts';
import { routesOf } from '../../../api/routes.ts';

const entries = Object.entries(rights).flatMap(([resource, actions]) =>
  Object.keys(actions).map((action) => ({ resource, action }) as Right),
);
const allRoutes = routesOf({ clock: { development: true }, environment: 'test' });
const holdersOf = (right: Right): string =>
  (['ANYONE', ...Role.options] as RightHolder[])
    .flatMap((holder) => (can(holder, right) === undefined ? [] : [`${holder}:${can(holder, right)}`]))
    .join(' ');

describe('the table of rights', () => {
  it.each([
    ['grant', 'issue', 'GRADUATE:SELF'],
    ['statement', 'read', 'GRADUATE:SELF'],
    ['statement', 'readTransfer', 'COLLEGE_REVIEWER:COLLEGE COLLEGE_ADMIN:COLLEGE SCHOOL_REVIEWER:SCHOOL SCHOOL_ADMIN:SCHOOL'],
    ['transferNumber', 'read', 'COLLEGE_REVIEWER:COLLEGE COLLEGE_ADMIN:COLLEGE SCHOOL_REVIEWER:SCHOOL SCHOOL_ADMIN:SCHOOL'],
    ['basicInformation', 'correct', 'SCHOOL_REVIEWER:SCHOOL SCHOOL_ADMIN:SCHOOL'],
    ['review', 'decide', 'COLLEGE_REVIEWER:COLLEGE COLLEGE_ADMIN:COLLEGE SCHOOL_REVIEWER:SCHOOL SCHOOL_ADMIN:SCHOOL'],
    [
      'graduate',
      'list',
      'COUNSELLOR:CLASS COLLEGE_REVIEWER:COLLEGE COLLEGE_ADMIN:COLLEGE SCHOOL_REVIEWER:SCHOOL SCHOOL_ADMIN:SCHOOL PROVINCE_ADMIN:PROVINCE',
    ],
    ['statistics', 'read', 'SCHOOL_REVIEWER:SCHOOL SCHOOL_ADMIN:SCHOOL PROVINCE_ADMIN:PROVINCE MINISTRY_OFFICER:ALL'],
    ['operation', 'read', 'OPERATOR:ALL'],
  ])('R25 R36 X31 section 14: %s.%s belongs to %s', (resource, action, holders) => {
    expect(holdersOf({ resource, action } as Right)).toBe(holders);
  });

  it('gives an operator nothing that is about a person', () => {
    const personal = entries.filter(
      (right) =>
        can('OPERATOR', right) !== undefined && can('ANYONE', right) === undefined && !['operation', 'clock'].includes(right.resource),
    );
    expect(personal.map(({ resource, action }) => `${resource}.${action}`)).toEqual([
      'session.end',
      'account.read',
      'account.change',
      'secondFactor.enrol',
      'password.change',
      'command.read',
    ]);
  });

  it('is reached in full: every entry but the reading of numbers has a route', () => {
    const named = new Set(allRoutes.map(({ head: { right } }) => `${right.resource}.${right.action}`));
    const unreached = entries.map(({ resource, action }) => `${resource}.${action}`).filter((entry) => !named.has(entry));
    // Which values a view holds is asked in the view.
    expect(unreached).toEqual(['transferNumber.read']);
  });
});

describe('a route', () => {
  const head = { method: 'get', path: '/api/secret', part: 'test', summary: 'No entry' } as const;
  const handle = () => Promise.resolve(json({}));

  it.each([
    undefined,
    {},
    { resource: 'graduate' },
    { resource: 'graduate', action: 'destroy' },
    { resource: 'secret', action: 'read' },
    { resource: 'toString', action: 'name' },
  ])('without an entry in the table cannot be built: %j', (right) => {
    expect(isRight(right)).toBe(false);
    expect(() => route({ ...head, right: right as unknown as Right, handle })).toThrow(
      'get /api/secret names no entry of the table of rights',
    );
  });

  it('cannot be open with an entry that is not anyone’s', () => {
    expect(() => openRoute({ ...head, right: { resource: 'graduate', action: 'read' }, handle })).toThrow(
      'its right is not one that anyone has',
    );
  });

  it('has an address of its own', () => {
    const addresses = allRoutes.map(({ head: { method, path } }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
