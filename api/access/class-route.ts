import { z } from 'zod';
import { plainText } from '../../domain/text/plain-text.ts';
import { manageStaff } from '../../infra/identity/school-staff.ts';
import { assignClassTo } from '../../infra/identity/staff-classes.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { officeOf, staffParams, staffRoute } from './staff-office.ts';

const Body = z.strictObject({
  cohort: z.int().min(2000).max(2999),
  collegeId: z.uuid().nullable(),
  className: plainText(1, 60),
  given: z.boolean().meta({ description: 'false takes the class back: it is without a counsellor then' }),
});

/** X31: whose classes a counsellor sees. A class that another had passes on. */
export const assignClass = route({
  ...staffRoute,
  method: 'post',
  path: '/api/staff/:accountId/classes',
  summary: 'Give a class to a counsellor, or take it back',
  params: staffParams,
  body: Body,
  reply: z.object({ graduates: z.int() }),
  handle: async (context) => {
    const {
      params: { accountId },
      body: { given, ...theClass },
    } = context;
    const office = officeOf(context);
    return json({
      graduates: await manageStaff(office, accountId, async (connection) => {
        const result = await assignClassTo(connection, accountId, office.schoolId, theClass, given);
        const fields = [accountId, String(theClass.cohort), theClass.collegeId ?? '', theClass.className, String(result)];
        return { audit: { action: given ? 'CLASS_GIVEN' : 'CLASS_TAKEN', fields }, result };
      }),
    });
  },
});
