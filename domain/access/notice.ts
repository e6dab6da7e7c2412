import type { Bilingual } from '../text/language.ts';

interface NoticeSection {
  readonly heading: Bilingual;
  readonly paragraphs: readonly Bilingual[];
}

interface Notice {
  /** Grows with every change of the text; a consent is to one version. */
  readonly version: string;
  readonly title: Bilingual;
  readonly sections: readonly NoticeSection[];
}

/** What a graduate reads and accepts before anything else: what is collected, why, who sees it, how long (F7, R6). */
export const notice: Notice = {
  version: '2026-1',
  title: { zh: '个人信息处理告知', en: 'Notice on the processing of personal data' },
  sections: [
    {
      heading: { zh: '收集哪些信息', en: 'What is collected' },
      paragraphs: [
        {
          zh: '学校上传的基本信息：姓名、证件类型和号码、性别、民族、政治面貌、学历、专业、培养方式、生源所在地、入学和毕业时间、学号、院系、班级、档案和户口是否转入学校。',
          en: 'Basic information uploaded by your school: name, type and number of your identity document, gender, ethnicity, political status, education level, major, training mode, place of origin, dates of entry and graduation, student number, college, class, and whether your dossier and hukou are with the school.',
        },
        {
          zh: '您填报的毕业去向、档案转递和户口迁移信息及证明材料；登录账号提供的手机号码和电子邮箱。',
          en: 'What you register about your destination, dossier and hukou, with its evidence; the telephone number and mail address of your sign-in account.',
        },
        {
          zh: '实人认证只保存结果和时间，不保存人脸图像。',
          en: 'Of an identity proofing only the result and its time are kept, never an image of your face.',
        },
      ],
    },
    {
      heading: { zh: '为什么收集', en: 'Why' },
      paragraphs: [
        {
          zh: '用于毕业去向登记、院校审核、档案转递和户口迁移，以及您授权后的在线核验。其中证件号码、行踪相关信息属于敏感个人信息，仅在上述目的必要时处理，需要您的单独同意。',
          en: 'To register your destination, have it reviewed, send your dossier and hukou, and let others verify what you have granted. Document numbers and whereabouts are sensitive; they are processed only as far as this needs, and with your separate consent.',
        },
      ],
    },
    {
      heading: { zh: '谁能看到', en: 'Who sees it' },
      paragraphs: [
        {
          zh: '您本人；您的辅导员、所在院系和学校的审核人员；省级主管部门查看名单和统计。核验编号只有您本人能看到；转递编号只有院系和学校能看到。',
          en: 'You; your counsellor and the reviewers of your college and school; your province sees lists and counts. Only you see your verification numbers; only college and school see transfer numbers.',
        },
        {
          zh: '持有姓名和编号的核验方可看到您授权的登记信息。您可以查看谁在何时核验过。',
          en: 'Whoever holds your name and a live number can verify what you granted. You can see when that was done.',
        },
      ],
    },
    {
      heading: { zh: '保存多久', en: 'For how long' },
      paragraphs: [
        {
          zh: '登记信息保存至在线核验服务结束（毕业时间加六个月与毕业次年 3 月 31 日中较晚者），其后按档案和统计的法定期限保存。您可以要求查阅、复制、更正；期满后销毁密钥，内容不可恢复。',
          en: 'Until verification ends (the later of graduation plus six months and 31 March of the next year), then as long as the law on records and statistics requires. You may ask for access, a copy or a correction; afterwards the keys are destroyed and the content cannot be recovered.',
        },
      ],
    },
    {
      heading: { zh: '如果不同意', en: 'If you do not agree' },
      paragraphs: [
        {
          zh: '您可以退出登录，并联系学校就业部门以其他方式办理。本系统为样例，不是官方系统。',
          en: 'Sign out and ask the careers office of your school for another way. This is a sample system, not an official one.',
        },
      ],
    },
  ],
};
