import { defineWords } from '../text/words.ts';

export const useAccessWords = defineWords('access', {
  agree: ['我已阅读并同意', 'I have read this and agree'],
  decline: ['不同意并退出', 'I do not agree; sign me out'],
  declineHelp: [
    '不同意则无法使用本系统，学校会以其他方式与您联系。',
    'Without it this system cannot be used; your school will reach you in another way.',
  ],
  staffTitle: ['学校与主管部门登录', 'Sign-in for schools and authorities'],
  name: ['用户名', 'User name'],
  password: ['密码', 'Password'],
  code: ['动态验证码（已绑定的须填写）', 'Code of your second factor (if you have enrolled one)'],
  signIn: ['登录', 'Sign in'],
});
