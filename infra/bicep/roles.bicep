// Built-in roles that Qijiang's identity is given, by their documented ids. The same in every cloud.

@export()
@description('Storage Table Data Contributor: read, write and delete tables and rows.')
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

@export()
@description('Storage Queue Data Contributor: read, write and delete queues and messages.')
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

@export()
@description('Storage Blob Data Contributor: read, write and delete containers and blobs.')
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

@export()
@description('Storage Blob Data Owner: what the Functions host asks for on its own storage (locks, timers, keys, package).')
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@export()
@description('Key Vault Crypto User: read and use a key (wrap, unwrap, sign, verify); not make, import or delete one.')
var keyVaultCryptoUser = '12338af0-0e69-4776-bea7-57ae8d297424'

@export()
@description('Key Vault Secrets User: read the values of secrets.')
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

@export()
@description('Monitoring Metrics Publisher: send telemetry with an identity in place of a key.')
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
