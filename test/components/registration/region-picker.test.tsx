import { screen } from '@testing-library/react';
import { RegionPicker } from '../../../web/registration/region-picker.tsx';
import { chooseLanguage } from '../../../web/text/language.ts';
import { serve, show } from '../support/page.tsx';

beforeAll(() => chooseLanguage('zh'));

const picker = (value: string) =>
  show(<RegionPicker id="region" label="生源所在地" value={value} invalid={false} onChange={() => undefined} />);
const chosen = async (level: string) => (await screen.findByLabelText<HTMLSelectElement>(`生源所在地: ${level}`)).value;

describe('the lists of regions', () => {
  it('R8 name a region that is no longer in force, which they do not have', async () => {
    const asked = serve({ 'GET /api/regions': () => ({ body: { within: { code: '110103', name: '北京市崇文区' }, regions: [] } }) });
    picker('110103');
    expect((await screen.findByText(/旧区划/)).textContent).toContain('已登记的是旧区划');
    await screen.findByText(/北京市崇文区/);
    expect([await chosen('省份'), await chosen('城市'), await chosen('区县'), asked.length]).toEqual(['110000', '110100', '', 1]);
  });

  it('stand alone for one that is in force, and for nothing yet', async () => {
    const asked = serve({});
    picker('110108');
    await screen.findByText('海淀区');
    expect([await chosen('省份'), await chosen('城市'), await chosen('区县')]).toEqual(['110000', '110100', '110108']);
    picker('');
    expect([screen.queryByText(/旧区划/), asked.length]).toEqual([null, 0]);
  });
});
