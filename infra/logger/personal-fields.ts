/** Names of fields that are never logged, at the top and two levels down. */
export const personalFields: readonly string[] = [
  'authorization', 'cookie', '["set-cookie"]', 'password', 'secret', 'token', 'accessToken', 'idToken', 'refreshToken',
  'fullName', 'graduateName', 'studentName', 'idNumber', 'identity_document_number', 'phone', 'phone_number', 'email', 'address',
  'verificationNumber', 'transferNumber', 'body', 'payload', 'detail', 'parameters', 'query',
];
