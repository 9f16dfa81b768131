metadata description = 'Qijiang on Azure: a function app, its storage, its keys and the one identity that reaches them.'

import {
  storageBlobDataContributor
  storageBlobDataOwner
  storageQueueDataContributor
  storageTableDataContributor
} from 'roles.bicep'
import { Tags } from 'types.bicep'

targetScope = 'resourceGroup'

@description('Short name of this installation, at the front of every resource name: lower-case letters and digits.')
@minLength(2)
@maxLength(8)
param name string = 'qijiang'

@description('Region of everything.')
param location string = resourceGroup().location

@description('Tags on everything.')
param tags Tags = {}

@description('Replication of the storage accounts.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('premium keeps the root keys in hardware.')
@allowed(['standard', 'premium'])
param keyVaultSku string = 'standard'

@description('How many days a deleted root key can be brought back. Fixed once the vault exists.')
@minValue(7)
@maxValue(90)
param keyRetentionDays int = 90

@description('How many days a deleted attachment can be brought back.')
@minValue(1)
@maxValue(365)
param contentRetentionDays int = 14

@description('AppID of the mini-program. Its AppSecret, Token and EncodingAESKey are entered into the vault by an operator.')
param weChatAppId string

@description('Id of the congress whose mini-program it is: WeChat\'s push names none.')
param weChatCongress string

@description('When reminders are looked for: six fields, UTC (22:30 UTC is 06:30 in Chongqing).')
param reminderSchedule string = '0 30 22 * * *'

@description('When checkpoints are made: six fields, UTC (18:30 UTC is 02:30 in Chongqing).')
param checkpointSchedule string = '0 30 18 * * *'

@description('How many instances the app may grow to.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Whether to add Application Insights.')
param monitoring bool = false

@description('How many days logs are kept, where there is monitoring.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Tables of the row store.')
param tables string[] = [
  'ballots'
  'channelmessages'
  'checkpointheads'
  'checkpoints'
  'congresses'
  'credentials'
  'events'
  'ledger'
  'lists'
  'lookups'
  'persons'
  'recounts'
  'rightlinks'
  'rolls'
  'seats'
  'signincodes'
  'summaries'
]

@description('Tables of the wrapped keys, in an account of their own.')
param keyTables string[] = ['keys', 'pollkeys']

@description('Queues; each gets its poison queue.')
param queues string[] = ['changes', 'tallies', 'notices', 'outgoing', 'calendar']

@description('Root keys that wrap other keys.')
param wrappingKeys string[] = ['data', 'polls']

@description('Root keys that sign.')
param signingKeys string[] = ['checkpoints', 'tokens']

var unique = uniqueString(resourceGroup().id, name)
var packages = 'packages'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-app-${unique}'
  location: location
  tags: tags
}

// Three accounts, because what may be done with each differs: the app's data; the wrapped keys, which stay out of every
// export and copy of the data; and the Functions host's own, where its broad blob role reaches nothing of ours.
module data 'modules/storage.bicep' = {
  params: {
    name: '${name}d${unique}'
    location: location
    tags: tags
    sku: storageSku
    tables: tables
    queues: flatten(map(queues, queue => [queue, '${queue}-poison']))
    containers: ['content']
    blobRetentionDays: contentRetentionDays
    identityName: identity.name
    roles: [storageTableDataContributor, storageQueueDataContributor, storageBlobDataContributor]
  }
}

module keys 'modules/storage.bicep' = {
  params: {
    name: '${name}k${unique}'
    location: location
    tags: tags
    sku: storageSku
    tables: keyTables
    identityName: identity.name
    roles: [storageTableDataContributor]
  }
}

module host 'modules/storage.bicep' = {
  params: {
    name: '${name}h${unique}'
    location: location
    tags: tags
    sku: storageSku
    containers: [packages]
    identityName: identity.name
    roles: [storageBlobDataOwner]
  }
}

module vault 'modules/key-vault.bicep' = {
  params: {
    name: take('${name}-${unique}', 24)
    location: location
    tags: tags
    sku: keyVaultSku
    retentionDays: keyRetentionDays
    wrappingKeys: wrappingKeys
    signingKeys: signingKeys
    identityName: identity.name
  }
}

module logs 'modules/monitoring.bicep' = if (monitoring) {
  params: {
    name: '${name}-${unique}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    identityName: identity.name
  }
}

module app 'modules/function-app.bicep' = {
  params: {
    name: '${name}-${unique}'
    location: location
    tags: tags
    identityId: identity.id
    packageContainerUri: '${host.outputs.blobEndpoint}${packages}'
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    settings: union(
      {
        AzureWebJobsStorage__accountName: host.outputs.name
        AzureWebJobsStorage__blobServiceUri: host.outputs.blobEndpoint
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        AZURE_CLIENT_ID: identity.properties.clientId
        CheckpointSchedule: checkpointSchedule
        ReminderSchedule: reminderSchedule
        Storage__Provider: 'Azure'
        Storage__tableServiceUri: data.outputs.tableEndpoint
        Storage__queueServiceUri: data.outputs.queueEndpoint
        Storage__blobServiceUri: data.outputs.blobEndpoint
        Storage__credential: 'managedidentity'
        Storage__clientId: identity.properties.clientId
        Keys__tableServiceUri: keys.outputs.tableEndpoint
        Keys__credential: 'managedidentity'
        Keys__clientId: identity.properties.clientId
        Keys__vaultUri: vault.outputs.uri
        WeChat__AppId: weChatAppId
        WeChat__Congress: weChatCongress
        WeChat__AppSecret: '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName=wechat-app-secret)'
        WeChat__Token: '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName=wechat-token)'
        WeChat__EncodingAesKey: '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName=wechat-encoding-aes-key)'
      },
      monitoring
        ? {
            APPLICATIONINSIGHTS_CONNECTION_STRING: logs!.outputs.connectionString
            APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identity.properties.clientId}'
          }
        : {}
    )
  }
}

@description('Name of the function app, for publishing.')
output appName string = app.outputs.name

@description('Host name under which it answers; WeChat\'s push goes to /api/wechat/messages there.')
output hostName string = app.outputs.hostName

@description('Name of the vault, for entering WeChat\'s secrets.')
output vaultName string = vault.outputs.name
