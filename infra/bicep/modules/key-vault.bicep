metadata description = 'The vault with the root keys. The app may use them, and read WeChat\'s secrets; it may not make or delete keys.'

import { keyVaultCryptoUser, keyVaultSecretsUser } from '../roles.bicep'
import { Tags } from '../types.bicep'

@description('Name of the vault: 3 to 24 letters, digits and hyphens, unique in the cloud.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags Tags

@description('premium keeps the keys in hardware.')
@allowed(['standard', 'premium'])
param sku string

@description('How many days a deleted key can be brought back. Nobody can shorten this afterwards, or purge.')
@minValue(7)
@maxValue(90)
param retentionDays int

@description('Names of the keys that wrap other keys.')
param wrappingKeys string[]

@description('Names of the keys that sign.')
param signingKeys string[]

@description('Name of the user-assigned identity of the app.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

var inHardware = sku == 'premium'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: sku
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: retentionDays
    enablePurgeProtection: true
  }
}

resource wrapping 'Microsoft.KeyVault/vaults/keys@2024-11-01' = [
  for key in wrappingKeys: {
    parent: vault
    name: key
    tags: tags
    properties: {
      kty: inHardware ? 'RSA-HSM' : 'RSA'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
    }
  }
]

resource signing 'Microsoft.KeyVault/vaults/keys@2024-11-01' = [
  for key in signingKeys: {
    parent: vault
    name: key
    tags: tags
    properties: {
      kty: inHardware ? 'EC-HSM' : 'EC'
      curveName: 'P-256'
      keyOps: ['sign', 'verify']
    }
  }
]

resource mayWrap 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (key, i) in wrappingKeys: {
    name: guid(wrapping[i].id, identityName, keyVaultCryptoUser)
    scope: wrapping[i]
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultCryptoUser)
    }
  }
]

resource maySign 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (key, i) in signingKeys: {
    name: guid(signing[i].id, identityName, keyVaultCryptoUser)
    scope: signing[i]
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultCryptoUser)
    }
  }
]

// The vault holds no secret but WeChat's, which an operator enters; the app settings refer to them by name.
resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityName, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

@description('Name of the vault.')
output name string = vault.name

@description('Address of the vault, as this cloud names it.')
output uri string = vault.properties.vaultUri
