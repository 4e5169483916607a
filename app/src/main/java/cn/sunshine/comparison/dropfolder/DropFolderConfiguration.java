package cn.sunshine.comparison.dropfolder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DropFolderProperties.class)
class DropFolderConfiguration {}
