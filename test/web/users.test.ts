import { URI, type TOTP } from 'otpauth';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { look } from '../support/browser/browser.ts';
import { openSite } from './support/site.ts';

const site = openSite();
let people: SchoolWithPeople;
beforeAll(async () => {
  people = await schoolWithPeople(site.app);
});

const own = '样例-a password of my own';

describe('the people of a school', () => {
  it('X31 are invited with a password shown once, change it, enrol a second factor, are given a class, and are locked out', async () => {
    const page = await site.openPage('desktop', people.clients.schoolAdmin);
    await page.goto('/desk/users');
    await page.getByText('邀请人员').click();
    await page.getByLabel('姓名', { exact: true }).fill('示例老师');
    await page.getByLabel('用户名', { exact: true }).fill('Wrong Name');
    await page.getByLabel('岗位', { exact: true }).selectOption('COUNSELLOR');
    await page.getByRole('button', { name: '创建账号' }).click();
    await page.locator('.field-problem', { hasText: '用户名为3至40位' }).waitFor();
    await page.getByLabel('用户名', { exact: true }).fill('new.counsellor');
    await page.getByRole('button', { name: '创建账号' }).click();
    const password = (await page.locator('code.number').textContent()) ?? '';
    expect(await look(page, 'users-invited')).toEqual([]);
    await page.reload();
    expect(await page.content()).not.toContain(password);

    const phone = await site.openPage('phone');
    await phone.goto('/staff/sign-in');
    await phone.getByLabel('用户名').fill('new.counsellor');
    await phone.getByLabel('密码').fill(password);
    await phone.getByRole('button', { name: '登录' }).click();
    await phone.getByText('您使用的是一次性密码').waitFor();
    expect(await look(phone, 'account-one-time')).toEqual([]);
    await phone.getByLabel('当前密码').fill(password);
    await phone.getByLabel('新密码（至少').fill(own);
    await phone.getByLabel('再次输入新密码').fill(`${own}!`);
    await phone.getByRole('button', { name: '修改密码' }).click();
    await phone.getByText('两次输入不一致').waitFor();
    await phone.getByLabel('再次输入新密码').fill(own);
    await phone.getByRole('button', { name: '修改密码' }).click();
    await phone.getByText('密码已修改').waitFor();
    const factor = phone.getByRole('region', { name: '动态验证码' });
    await factor.getByLabel('当前密码').fill(own);
    const began = phone.waitForResponse('**/api/second-factor');
    await factor.getByRole('button', { name: '开始绑定' }).click();
    const totp = URI.parse(((await (await began).json()) as { uri: string }).uri) as TOTP;
    await factor.getByRole('img', { name: '绑定用二维码' }).waitFor();
    expect(await factor.locator('code').textContent()).toBe(totp.secret.base32);
    expect(await look(phone, 'account-second-factor')).toEqual([]);
    await factor.getByLabel('新的 6 位数字').fill(totp.generate());
    await factor.getByRole('button', { name: '完成绑定' }).click();
    await factor.getByText('已绑定动态验证码').waitFor();

    await page.reload();
    await page.getByRole('button', { name: '管理 示例老师' }).click();
    const dialog = page.getByRole('dialog', { name: '示例老师' });
    await dialog.getByLabel('班级').selectOption({ label: '2027 一班' });
    await dialog.getByRole('button', { name: '添加班级' }).click();
    await dialog.getByRole('button', { name: '取消班级“2027 一班”' }).waitFor();
    expect((await people.clients.counsellor.get('/api/graduates')).body.items).toEqual([]);
    expect(await look(page, 'users-manage')).toEqual([]);
    await dialog.getByRole('button', { name: '解除动态验证码绑定' }).click();
    await dialog.getByRole('button', { name: '解除动态验证码绑定' }).waitFor({ state: 'detached' });
    await dialog.getByLabel('锁定原因').fill('离职');
    await dialog.getByRole('button', { name: '锁定账号' }).click();
    await dialog.getByLabel('锁定原因').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.locator('td', { hasText: '已锁定' }).waitFor();
    await phone.reload();
    await phone.getByRole('heading', { name: '学校与主管部门登录' }).waitFor();
  });
});
