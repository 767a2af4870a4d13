// A client of the Language Server Protocol over standard streams: messages in, messages out. Knows nothing of VS Code.
'use strict';

const { spawn } = require('node:child_process');

const SEPARATOR = Buffer.from('\r\n\r\n');

/** Starts a server and speaks with it. `onMessage(method, params)` hears its notifications and answers its requests. */
class Client {
  constructor(command, folder, onMessage, onEnd) {
    this.waiting = new Map();
    this.next = 1;
    this.received = Buffer.alloc(0);
    this.onMessage = onMessage;
    this.process = spawn(command[0], command.slice(1), { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    this.process.stdout.on('data', (data) => this.receive(data));
    this.process.stdin.on('error', () => undefined);
    this.errors = '';
    this.process.stderr.on('data', (data) => { this.errors = (this.errors + data).slice(-4000); });
    const ended = (why) => {
      for (const { reject } of this.waiting.values()) reject(new Error(why));
      this.waiting.clear();
      if (!this.over) { this.over = true; onEnd(why, this.errors.trim()); }
    };
    this.process.on('error', (fault) => ended(fault.message));
    this.process.on('close', (code) => ended(`it ended with ${code}`));
  }

  /** Sends a request; the promise holds its result. `token` is VS Code's, or anything with onCancellationRequested. */
  ask(method, params, token) {
    const id = this.next++;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    if (token) token.onCancellationRequested(() => this.tell('$/cancelRequest', { id }));
    this.send({ id, method, params });
    return answer;
  }

  /** Sends a notification. */
  tell(method, params) { this.send({ method, params }); }

  /** Ends the server, in the order that the protocol asks for. */
  async stop() {
    if (this.over) return;
    this.over = true;
    const slow = new Promise((resolve) => setTimeout(resolve, 2000));
    await Promise.race([this.ask('shutdown', null).catch(() => undefined), slow]);
    this.tell('exit', null);
    setTimeout(() => this.process.kill(), 2000).unref();
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    if (this.process.stdin.writable) this.process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  receive(data) {
    this.received = Buffer.concat([this.received, data]);
    for (;;) {
      const head = this.received.indexOf(SEPARATOR);
      if (head < 0) return;
      const length = Number(/Content-Length: *(\d+)/i.exec(this.received.toString('ascii', 0, head))?.[1] ?? 0);
      const start = head + SEPARATOR.length;
      if (this.received.length < start + length) return;
      const message = JSON.parse(this.received.toString('utf8', start, start + length));
      this.received = this.received.subarray(start + length);
      this.take(message);
    }
  }

  take(message) {
    if (message.method === undefined) {
      const asked = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (asked && message.error) asked.reject(new Error(message.error.message));
      else if (asked) asked.resolve(message.result);
      return;
    }
    const result = this.onMessage(message.method, message.params);
    if (message.id !== undefined) this.send({ id: message.id, result: result ?? null });
  }
}

module.exports = { Client };
