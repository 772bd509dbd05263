import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declaredDelimiter, guessDelimiter } from './delimiter.ts';

test('the delimiter is what divides the header and the rows alike', () => {
  assert.equal(guessDelimiter('id,name,city\n1,Acme,Rome\n'), ',');
  assert.equal(guessDelimiter('id;name;city\n1;Acme;Rome\n'), ';');
  assert.equal(guessDelimiter('id\tname\tcity\n1\tAcme\tRome\n'), '\t');
  assert.equal(guessDelimiter('id|name|city\r\n1|Acme|Rome\r\n'), '|');
});

test('decimal commas do not make a comma file', () => {
  assert.equal(guessDelimiter('name;amount;tax\nAcme;1.054,10;2,5\nGlobex;1,1;3,5\n'), ';');
  assert.equal(guessDelimiter('Name;Amount, EUR;Tax, EUR;City\nAcme;1,5;2,5;Rome\nGlobex;7;3;Oslo\n'), ';');
});

test('what stands in quotes does not count', () => {
  assert.equal(guessDelimiter('"a;b;c;d",name\n"1;2;3;4",Acme\n"multi\nline;;;",x\n'), ',');
  assert.equal(guessDelimiter('name;size\n5" disk, new;3\n'), ';');
});

test('blank lines, one column, one line and no text are no trouble', () => {
  assert.equal(guessDelimiter('\n\nid;name\n\n1;Acme\n'), ';');
  assert.equal(guessDelimiter('name\nAcme\n'), ',');
  assert.equal(guessDelimiter('id;name'), ';');
  assert.equal(guessDelimiter(''), ',');
});

test('an odd row does not change the guess', () => {
  const rows = 'id,name,note\n1,Acme,fine\n2,Globex\n3,Hooli,"a;b",more\n4,Initech,ok\n';
  assert.equal(guessDelimiter(rows), ',');
});

test('a file may declare its delimiter', () => {
  assert.deepEqual(declaredDelimiter('sep=;\r\nid;name\r\n'), { delimiter: ';', length: 7 });
  assert.deepEqual(declaredDelimiter('SEP=\t\nid\tname'), { delimiter: '\t', length: 6 });
  assert.equal(declaredDelimiter('separator;name\n'), undefined);
});
