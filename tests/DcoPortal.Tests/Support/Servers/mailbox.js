// A mailbox that the tests read: a real mail server (smtp-server) whose messages are read as a mail program reads them (mailparser).
// Usage: node mailbox.js '{"smtpPort":…,"httpPort":…,"tls":{"key":"file","cert":"file"},"user":…,"password":…}'; tls, user and password may be left out.
'use strict';
const fs = require('fs');
const http = require('http');
const { SMTPServer } = require('smtp-server');
const { simpleParser } = require('mailparser');

const settings = JSON.parse(process.argv[2]);
const messages = [];

const refused = (code, text) => Object.assign(new Error(text), { responseCode: code });

// what the server says of an address follows from its name: 550.anything@…
const answerTo = address => {
  const code = /^([45][0-9]{2})\./.exec(address);
  return code ? refused(Number(code[1]), `${address} is not taken`) : null;
};

const server = new SMTPServer({
  authOptional: !settings.user,
  authMethods: ['LOGIN', 'PLAIN'],
  disabledCommands: [...(settings.tls ? [] : ['STARTTLS']), ...(settings.user ? [] : ['AUTH'])],
  ...(settings.tls ? { key: fs.readFileSync(settings.tls.key), cert: fs.readFileSync(settings.tls.cert) } : {}),
  disableReverseLookup: true,
  hideDSN: false,
  onAuth: (auth, session, done) => auth.username === settings.user && auth.password === settings.password
    ? done(null, { user: auth.username }) : done(refused(535, 'Wrong user or password')),
  onRcptTo: (address, session, done) => done(answerTo(address.address)),
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', async () => {
      const raw = Buffer.concat(chunks);
      if (raw.includes('refuse this text')) { return done(refused(554, 'The text is not taken')); }
      const mail = await simpleParser(raw);
      messages.push({
        id: mail.headers.get('x-dco-portal-id') ?? null,
        messageId: mail.messageId ?? null,
        from: mail.from?.text ?? null,
        to: mail.to?.text ?? null,
        subject: mail.subject ?? null,
        date: mail.date ?? null,
        autoSubmitted: mail.headers.get('auto-submitted') ?? null,
        contentType: mail.headers.get('content-type')?.value ?? null,
        text: mail.text ?? null,
        html: mail.html || null,
        attachments: mail.attachments.length,
        longestLine: Math.max(...raw.toString('latin1').split('\r\n').map(line => line.length)),
        envelopeTo: session.envelope.rcptTo.map(r => r.address),
        secure: session.secure,
        user: session.user ?? null,
        notify: session.envelope.rcptTo[0]?.dsn?.notify?.join(',') ?? null,
        return: session.envelope.dsn?.ret ?? null,
        envelopeId: session.envelope.dsn?.envid ?? null,
      });
      done();
    });
  },
});
server.on('error', () => { /* a client that hung up */ });

http.createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(messages));
}).listen(settings.httpPort, '127.0.0.1');
server.listen(settings.smtpPort, '127.0.0.1');
