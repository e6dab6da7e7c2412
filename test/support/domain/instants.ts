/** An instant by the clocks of Shanghai: `2027-06-10T12:00:00`. */
export const shanghai = (text: string): number => Date.parse(`${text}+08:00`);

/** Before the departure of the cohort of 2027. */
export const june = shanghai('2027-06-10T12:00:00');
export const departure = shanghai('2027-07-01T00:00:00');
/** Between departure and cutoff. */
export const july = shanghai('2027-07-20T12:00:00');
export const cutoff = shanghai('2027-09-01T00:00:00');
/** After the cutoff, while both services go on. */
export const october = shanghai('2027-10-10T12:00:00');
/** First instants after the services of a graduate of 202706 (R33, R42). */
export const verificationEnd = shanghai('2028-01-01T00:00:00');
export const transferEnd = shanghai('2028-04-01T00:00:00');

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
