'use strict';

// An LwM2M Server of a library that is not ours: takes the registration of a Client, works on it,
// and says what it got. The exit code is 0 when all of it was as expected.

const assert = require('assert');
const dgram = require('dgram');
const { promisify } = require('util');
const lwm2m = require('lwm2m-node-lib').server;

const call = (operation, ...rest) => promisify(lwm2m[operation])(...rest);

function freePort() {
  return new Promise((resolve) => {
    const socket = dgram.createSocket('udp4');
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

const told = [];
const waiting = [];

function notified(value) {
  told.push(value);
  for (const wake of waiting.splice(0)) wake();
}

async function isTold(value) {
  while (!told.includes(value)) await new Promise((wake) => waiting.push(wake));
}

async function refused(code, operation, ...rest) {
  await assert.rejects(call(operation, ...rest), (error) => {
    const text = error.name + ' ' + error.message;
    assert.ok(text.includes(code), `${operation}: expected ${code}, got ${text}`);
    return true;
  });
}

async function workOn(device) {
  assert.strictEqual(await call('read', device, 3, 0, 0), 'Example');
  console.log('reads');
  await call('write', device, 3, 0, 14, '+01:00');
  assert.strictEqual(await call('read', device, 3, 0, 14), '+01:00');
  console.log('writes');
  await call('execute', device, 3, 0, 4, '');
  console.log('executes');
  const links = await call('discover', device, 3, 0);
  assert.ok(links.startsWith('</3/0>,</3/0/0>'), links);
  await call('writeAttributes', device, 3, 0, 14, { pmin: 1 });
  assert.ok((await call('discover', device, 3, 0, 14)).includes('pmin=1'));
  console.log('discovers');
  const first = await call('observe', device, 3, 0, 14, notified);
  assert.strictEqual(first, '+01:00');
  await call('write', device, 3, 0, 14, '+02:00');
  await isTold('+02:00');
  console.log('observes');
  await refused('4.05', 'write', device, 3, 0, 0, 'x');
  await refused('4.01', 'read', device, 1, 1, 1);
  await refused('4.01', 'write', device, 3303, 0, 5750, 'x');
  await refused('4.01', 'execute', device, 3303, 0, 5605, '');
  console.log('is refused');
}

async function main() {
  const port = await freePort();
  const server = await call('start', {
    port,
    lifetimeCheckInterval: 1000,
    udpWindow: 100,
    defaultType: 'Device',
    types: [],
    logLevel: 'FATAL',
    ipProtocol: 'udp4',
    serverProtocol: 'udp4',
    writeFormat: 'text/plain',
    defaultAcceptFormat: 'text/plain',
  });
  const registered = new Promise((resolve) => {
    lwm2m.setHandler(server, 'registration', (endpoint, lifetime, version, binding, payload, done) => {
      console.log(`registers ${endpoint} lifetime ${lifetime} version ${version} binding ${binding}`);
      done();
      resolve(endpoint);
    });
  });
  lwm2m.setHandler(server, 'unregistration', (device, done) => {
    console.log('deregisters');
    done();
    process.exit(0);
  });
  console.log(`listening on coap://127.0.0.1:${port}`);
  const endpoint = await registered;
  const device = await promisify(lwm2m.getDevice)(endpoint);
  await workOn(device.id);
  console.log('all is well');
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
