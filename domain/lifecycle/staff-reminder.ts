/** What a counsellor or desk may remind of: what the graduate has still to do (X31). */
export type StaffReminderStep = 'NOT_CHECKED' | 'NOT_REGISTERED' | 'RETURNED_NOT_RESUBMITTED' | 'NOT_CONFIRMED' | 'NOT_GRANTED';

/** Where the last reminder by staff stands among the reminders that were sent. */
export const staffReminderKey = 'STAFF';
