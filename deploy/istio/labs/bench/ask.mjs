// node ask.mjs [PATH] [COUNT]: asks the shelf, one call after the other, and says what came back and how long the slowest took.
const [path = '/', count = '1'] = process.argv.slice(2);
const answers = {};
let slowest = 0;
for (let n = 0; n < Number(count); n += 1) {
  const began = performance.now();
  const response = await fetch(`http://shelf${path}`);
  const answer = `${response.status} ${(await response.text()).slice(0, 60)}`;
  answers[answer] = (answers[answer] ?? 0) + 1;
  slowest = Math.max(slowest, performance.now() - began);
}
console.log(JSON.stringify({ answers, slowest: Math.round(slowest) }));
