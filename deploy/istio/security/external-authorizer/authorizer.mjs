// Envoy asks here before a request goes on (ext_authz over HTTP): 200 lets it pass, everything else is the answer. Rule: what operators
// change has a ticket.
import { createServer } from 'node:http';

const TICKET = /^[A-Z]{2,8}-\d{1,8}$/;
const refusal = JSON.stringify({
  title: 'A change needs a ticket',
  status: 403,
  code: 'AUTHORIZATION.NO_TICKET',
  detail: 'send the header x-change-ticket, such as OPS-42',
});

const server = createServer((request, response) => {
  const ticket = request.headers['x-change-ticket'];
  const allowed = typeof ticket === 'string' && TICKET.test(ticket);
  console.log(JSON.stringify({ method: request.method, path: request.url, ticket: ticket ?? null, allowed }));
  if (allowed) response.writeHead(200, { 'x-authorized-by': ticket }).end();
  else response.writeHead(403, { 'content-type': 'application/problem+json' }).end(refusal);
});

server.listen(8000);
process.on('SIGTERM', () => server.close());
