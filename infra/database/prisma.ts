import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../generated/prisma/client.ts';

export type Prisma = PrismaClient;

/** The typed client for everything that is not a hot path; one per process. */
export function createPrisma(url: string): Prisma {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) });
}
