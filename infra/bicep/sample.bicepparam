using 'main.bicep'

param name = 'qijiang'
param weChatAppId = 'wx0123456789abcdef'
param weChatCongress = 'qijiang'
param monitoring = true
