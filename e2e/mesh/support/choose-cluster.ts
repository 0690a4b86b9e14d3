import { useContext } from '@tradewind/cluster';

const context = process.env['TRADEWIND_CONTEXT'];
if (context) useContext(context);
