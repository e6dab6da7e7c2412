/** The school of the samples: it does not exist (X10). */
export const sampleSchool = { code: '10001', name: '示例大学', provinceCode: '110000', provinceName: '北京市' } as const;

/** Its colleges, each with its counsellor and two classes of five; `{yy}` is the year of enrolment. */
export const sampleColleges = [
  {
    name: '信息工程学院',
    counsellor: { name: '周明远', signInName: 'counsellor.info' },
    classes: [
      ['软件{yy}01', '软件工程', '080902'],
      ['计科{yy}02', '计算机科学与技术', '080901'],
    ],
  },
  {
    name: '经济管理学院',
    counsellor: { name: '沈若兰', signInName: 'counsellor.econ' },
    classes: [
      ['金融{yy}01', '金融学', '020301K'],
      ['会计{yy}01', '会计学', '120203K'],
    ],
  },
  {
    name: '外国语学院',
    counsellor: { name: '顾晓枫', signInName: 'counsellor.lang' },
    classes: [
      ['英语{yy}01', '英语', '050201'],
      ['日语{yy}01', '日语', '050207'],
    ],
  },
  {
    name: '机械工程学院',
    counsellor: { name: '韩志恒', signInName: 'counsellor.mech' },
    classes: [
      ['机械{yy}01', '机械工程', '080201'],
      ['车辆{yy}01', '车辆工程', '080207'],
    ],
  },
] as const;
