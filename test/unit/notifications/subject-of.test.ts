import { NotificationEvent } from '../../../domain/notifications/events.ts';
import { subjectOf } from '../../../domain/notifications/subject-of.ts';
import { NOTIFICATION_TEMPLATES } from '../../../domain/notifications/templates.ts';
import { samples } from './samples.ts';

describe('what a message is about', () => {
  it.each(NotificationEvent.options)('R54 %s leads a graduate to a page, and nobody else', (event) => {
    const isForGraduates = NOTIFICATION_TEMPLATES[event].audiences.some((audience) => audience === 'GRADUATE');
    for (const params of samples[event]) expect(subjectOf(event, params) !== null).toBe(isForGraduates);
  });

  it('R54 is the section that its parameters name', () => {
    expect(subjectOf('review.decided', { name: '示例同学', section: 'HUKOU', desk: 'SCHOOL', decision: 'RETURNED' })).toBe('HUKOU');
    expect(subjectOf('review.decided', {})).toBeNull();
  });
});
