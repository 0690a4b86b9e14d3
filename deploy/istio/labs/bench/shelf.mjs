// A service that answers with its version. /ill: v2 fails, v1 does not.
import { createServer } from 'node:http';

const version = process.env.VERSION;
const server = createServer((request, response) => {
  response.statusCode = request.url === '/ill' && version === 'v2' ? 503 : 200;
  response.end(version);
});
server.listen(8080);
process.on('SIGTERM', () => process.exit(0));
