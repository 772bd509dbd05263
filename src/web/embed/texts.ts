const texts = {
  en: {
    send: 'Send',
    sending: 'Sending …',
    thanks: 'Thank you! We will be in touch.',
    again: 'Something went wrong; please send it again.',
    away: 'There is no connection at the moment; please try again.',
    closed: 'This form is closed.',
    required: 'Please fill this in.',
    choose: 'Please choose',
    optional: 'optional',
  },
  'zh-CN': {
    send: '提交',
    sending: '正在提交…',
    thanks: '感谢您的提交，我们会尽快与您联系。',
    again: '提交未成功，请重试。',
    away: '网络连接异常，请稍后重试。',
    closed: '该表单已关闭。',
    required: '请填写此项',
    choose: '请选择',
    optional: '选填',
  },
} as const;

export type FormTexts = Readonly<Record<keyof (typeof texts)['en'], string>>;

/** The few words that a form brings itself. */
export function textsIn(language: string): FormTexts {
  return /^zh/i.test(language) ? texts['zh-CN'] : texts.en;
}
