import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startMailServer } from '#test/outside/mail-server.ts';
import { mailAddress } from './mail-address.ts';
import { smtpMail } from './smtp-mail.ts';

const content = { text: 'Text', html: '<p>Text</p>', id: 'one' };

describe('mail', () => {
  it('has no header and no receiver but those that were meant, whatever names and subjects hold', async () => {
    const server = await startMailServer();
    const sender = smtpMail({ url: server.url, from: '"Guanxi, 关系" <crm@hengyue.example>' });
    const sent = await sender.send({
      ...content,
      to: { name: 'Wei\r\nBcc: thief@evil.example, "x" <y@evil.example>', address: 'wei@hengyue.example' },
      subject: 'Offer\r\nBcc: thief@evil.example\r\n\r\nbody',
      id: 'a\r\nX-Evil: 1',
      unsubscribe: 'https://crm.example/settings\r\nX-Evil: 1',
    });
    assert.deepEqual(sent, { outcome: 'done' });
    const [mail] = server.mails;
    assert.deepEqual(mail?.receivers, ['wei@hengyue.example']);
    assert.deepEqual([mail?.headers.get('bcc'), mail?.headers.get('x-evil')], [undefined, undefined]);
    assert.equal(mail?.headers.get('subject'), 'Offer Bcc: thief@evil.example body');
    assert.equal(mail?.headers.get('message-id'), '<aX-Evil1@hengyue.example>');
    sender.close();
  });

  it('goes to one address, and to none that is several or not one', async () => {
    const server = await startMailServer();
    const sender = smtpMail({ url: server.url, from: 'crm@hengyue.example' });
    for (const address of [
      'a@x.example, b@x.example',
      'a@x.example\r\nRCPT TO:<b@x.example>',
      'wei',
      '@x.example',
    ])
      assert.deepEqual(await sender.send({ ...content, to: { address }, subject: 'x' }), {
        outcome: 'refused',
        reason: 'notAnEmail',
      });
    assert.deepEqual(server.mails, []);
    sender.close();
  });

  it('is sent in the name that was set', () => {
    assert.deepEqual(mailAddress('衡岳 <crm@hengyue.example>'), {
      name: '衡岳',
      address: 'crm@hengyue.example',
    });
    assert.deepEqual(mailAddress(' crm@hengyue.example '), { name: '', address: 'crm@hengyue.example' });
    assert.throws(() => mailAddress('衡岳 <crm@hengyue.example> <other@hengyue.example>'));
  });
});
