import { prepareNamespace } from '../stack/temporal/namespace.ts';
import { required } from './required.ts';

await prepareNamespace({ address: required('TEMPORAL_ADDRESS'), namespace: required('TEMPORAL_NAMESPACE'), retentionDays: 90 });
process.stdout.write('Namespace and search attributes are ready.\n');
