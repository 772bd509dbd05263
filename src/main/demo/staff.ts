/** Who works at Hengyue Industrial. A manager is named by e-mail name, a department by its name. */
export const departments = [
  '华中销售部',
  '华东销售部',
  '华南销售部',
  '国际业务部',
  '销售管理部',
  '财务部',
  '客户服务部',
  '市场部',
] as const;

export interface Employee {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly department: (typeof departments)[number];
  readonly role:
    | 'salesManager'
    | 'salesRepresentative'
    | 'accountant'
    | 'serviceManager'
    | 'serviceAgent'
    | 'marketer';
  readonly manager?: string;
  readonly locale?: 'en';
}

export const staff: readonly Employee[] = [
  { key: 'sunyan', name: '孙燕', title: '财务主管', department: '财务部', role: 'accountant' },
  { key: 'suqing', name: '苏晴', title: '市场主管', department: '市场部', role: 'marketer' },
  { key: 'matao', name: '马涛', title: '客户服务经理', department: '客户服务部', role: 'serviceManager' },
  {
    key: 'gaofei',
    name: '高飞',
    title: '服务工程师',
    department: '客户服务部',
    role: 'serviceAgent',
    manager: 'matao',
  },
  {
    key: 'linna',
    name: '林娜',
    title: '客服专员',
    department: '客户服务部',
    role: 'serviceAgent',
    manager: 'matao',
  },
  { key: 'chenli', name: '陈立', title: '销售总监', department: '销售管理部', role: 'salesManager' },
  {
    key: 'zhoumin',
    name: '周敏',
    title: '华中区经理',
    department: '华中销售部',
    role: 'salesManager',
    manager: 'chenli',
  },
  {
    key: 'xuhao',
    name: '徐浩',
    title: '华东区经理',
    department: '华东销售部',
    role: 'salesManager',
    manager: 'chenli',
  },
  {
    key: 'hejing',
    name: '何静',
    title: '华南区经理',
    department: '华南销售部',
    role: 'salesManager',
    manager: 'chenli',
  },
  {
    key: 'emma',
    name: 'Emma Clarke',
    title: 'Head of International Sales',
    department: '国际业务部',
    role: 'salesManager',
    manager: 'chenli',
    locale: 'en',
  },
  {
    key: 'liwei',
    name: '李薇',
    title: '客户经理',
    department: '华中销售部',
    role: 'salesRepresentative',
    manager: 'zhoumin',
  },
  {
    key: 'zhangwei',
    name: '张伟',
    title: '客户经理',
    department: '华中销售部',
    role: 'salesRepresentative',
    manager: 'zhoumin',
  },
  {
    key: 'tangjie',
    name: '唐杰',
    title: '客户经理',
    department: '华中销售部',
    role: 'salesRepresentative',
    manager: 'zhoumin',
  },
  {
    key: 'wangfang',
    name: '王芳',
    title: '客户经理',
    department: '华东销售部',
    role: 'salesRepresentative',
    manager: 'xuhao',
  },
  {
    key: 'guolei',
    name: '郭磊',
    title: '客户经理',
    department: '华东销售部',
    role: 'salesRepresentative',
    manager: 'xuhao',
  },
  {
    key: 'shenyi',
    name: '沈怡',
    title: '客户经理',
    department: '华东销售部',
    role: 'salesRepresentative',
    manager: 'xuhao',
  },
  {
    key: 'luojun',
    name: '罗军',
    title: '客户经理',
    department: '华南销售部',
    role: 'salesRepresentative',
    manager: 'hejing',
  },
  {
    key: 'ouyang',
    name: '欧阳晴',
    title: '客户经理',
    department: '华南销售部',
    role: 'salesRepresentative',
    manager: 'hejing',
  },
  {
    key: 'daniel',
    name: 'Daniel Müller',
    title: 'Account Executive',
    department: '国际业务部',
    role: 'salesRepresentative',
    manager: 'emma',
    locale: 'en',
  },
  {
    key: 'priya',
    name: 'Priya Sharma',
    title: 'Account Executive',
    department: '国际业务部',
    role: 'salesRepresentative',
    manager: 'emma',
    locale: 'en',
  },
];
