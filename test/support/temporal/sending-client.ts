import { commandUpdateName } from '../../../domain/lifecycle/messages.ts';
import { connectTemporal } from '../../../infra/temporal/connect.ts';
import { stackAddresses } from '../stack/addresses.ts';

/** A client process that sends one command and waits for its answer. Arguments: workflow id, command id. */
const [workflowId = '', commandId = ''] = process.argv.slice(2);
const { client } = await connectTemporal(stackAddresses().temporal);
await client.workflow.getHandle(workflowId).executeUpdate<string, [string]>(commandUpdateName, { args: [commandId], updateId: commandId });
